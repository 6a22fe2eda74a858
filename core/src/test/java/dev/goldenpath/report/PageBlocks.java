package dev.goldenpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of data in a page, found as a browser does: each ends where the next end of a script stands. */
final class PageBlocks {
    private static final Pattern BLOCK =
            Pattern.compile("<script type=\"application/json\" id=\"([^\"]*)\">(.*?)</script", Pattern.DOTALL);

    private PageBlocks() {}

    static Map<String, JsonNode> of(String page) {
        Map<String, JsonNode> blocks = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(page);
        try {
            while (block.find()) {
                blocks.put(block.group(1), new JsonMapper().readTree(block.group(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }
}

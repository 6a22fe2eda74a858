package dev.goldenpath.architecture.breach.engines;

import com.fasterxml.jackson.databind.JsonNode;

/** No breach: nobody sees it. */
record ClosedRecord(JsonNode json) {}

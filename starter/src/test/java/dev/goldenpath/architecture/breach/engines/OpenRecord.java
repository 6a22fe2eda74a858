package dev.goldenpath.architecture.breach.engines;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaches: a record shows what it is made of. */
public record OpenRecord(JsonNode json) {}

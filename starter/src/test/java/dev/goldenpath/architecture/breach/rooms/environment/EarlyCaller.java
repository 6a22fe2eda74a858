package dev.goldenpath.architecture.breach.rooms.environment;

import dev.goldenpath.architecture.breach.rooms.client.Caller;

/** Breach: floor 1 imports floor 2. */
record EarlyCaller(Caller caller) {}

package dev.goldenpath.architecture.breach.rooms.http;

import dev.goldenpath.architecture.breach.rooms.client.Caller;
import dev.goldenpath.architecture.breach.rooms.launch.Starter;

/** Breach: http and launch share a floor. That it imports the floor below is none. */
record HttpCaller(Caller caller, Starter starter) {}

package dev.goldenpath.architecture.breach.names;

/** No breach: it is nobody's business outside its package. */
record HiddenUtils(String name) {}

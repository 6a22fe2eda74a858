package dev.goldenpath.example.stack.auth;

import java.util.UUID;

/**
 * Someone who can log in.
 *
 * @param id for life
 * @param email the login name
 */
record User(UUID id, String email) {}

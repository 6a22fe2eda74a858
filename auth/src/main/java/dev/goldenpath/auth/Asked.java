package dev.goldenpath.auth;

/** What came of asking a service. */
sealed interface Asked permits Answered, IssueFailure {}

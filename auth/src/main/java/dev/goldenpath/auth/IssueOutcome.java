package dev.goldenpath.auth;

/** What came of asking for a token. */
sealed interface IssueOutcome permits AccessToken, IssueFailure {}

"""What is signed with a key: P-256 keys as JWK, and compact JWS in one writing only."""

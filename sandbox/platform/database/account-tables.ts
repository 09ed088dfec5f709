/** Schema of accounts, API credentials and the audit log. Users of entries are not referenced: what was done outlives them. */
export const accountTables = `
  ALTER TABLE users ADD COLUMN disabledAt TEXT;
  ALTER TABLE users ADD COLUMN lastSignInAt TEXT;
  CREATE INDEX usersByOrganization ON users (organizationId, username);
  CREATE INDEX sessionsByClient ON sessions (clientId);
  CREATE TABLE apiCredentials (
    userId TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    clientId TEXT NOT NULL UNIQUE REFERENCES clients (id) ON DELETE CASCADE,
    clientUsername TEXT NOT NULL UNIQUE, passwordHash TEXT NOT NULL, issuedAt TEXT NOT NULL,
    lastUsedAt TEXT, usedOn TEXT, calls INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE TABLE auditEntries (
    sequence INTEGER PRIMARY KEY, at TEXT NOT NULL,
    organizationId TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    userId TEXT NOT NULL, username TEXT NOT NULL, isByApiCredentials INTEGER NOT NULL,
    action TEXT NOT NULL, subjectId TEXT
  );
  CREATE INDEX auditEntriesByOrganization ON auditEntries (organizationId, at, sequence);
  CREATE INDEX auditEntriesByUser ON auditEntries (userId, at, sequence);
  CREATE INDEX auditEntriesByAge ON auditEntries (at);
`

/** Finds what was done to a plant or a user. */
export const auditSubjects = `
  CREATE INDEX auditEntriesBySubject ON auditEntries (subjectId, at, sequence);
`

/** Older entries don't say what was changed. */
export const auditChanges = `
  ALTER TABLE auditEntries ADD COLUMN changes TEXT;
`

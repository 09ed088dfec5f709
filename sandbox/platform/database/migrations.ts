import { accountTables, auditChanges, auditSubjects } from './account-tables'

/** Numbered step of the schema. Released steps never change; a change is a new step. */
interface Migration {
  number: number
  name: string
  sql: string
}

const people = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE organizations (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, accessTokenSeconds INTEGER, createdAt TEXT NOT NULL
  );
  CREATE TABLE users (
    id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, passwordHash TEXT NOT NULL, role TEXT NOT NULL,
    organizationId TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    isDemo INTEGER NOT NULL DEFAULT 0, createdAt TEXT NOT NULL
  );
  CREATE TABLE clients (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, secretHash TEXT, createdAt TEXT NOT NULL
  );
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY, userId TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    clientId TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    createdAt TEXT NOT NULL, expiresAt TEXT NOT NULL, revokedAt TEXT
  );
  CREATE INDEX sessionsByUser ON sessions (userId);
  CREATE INDEX sessionsByEnd ON sessions (expiresAt);
  CREATE TABLE refreshTokens (
    hash TEXT PRIMARY KEY, sessionId TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    createdAt TEXT NOT NULL, usedAt TEXT
  ) WITHOUT ROWID;
  CREATE INDEX refreshTokensBySession ON refreshTokens (sessionId);
  CREATE TABLE idempotencyKeys (
    userId TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, key TEXT NOT NULL,
    fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, createdAt TEXT NOT NULL,
    PRIMARY KEY (userId, key)
  ) WITHOUT ROWID;
  CREATE INDEX idempotencyKeysByAge ON idempotencyKeys (createdAt);
`

// The two list indexes contain exactly the columns that paging needs (each ends in sequence, the rowid), so SQLite
// skips an OFFSET inside a small index and reads only the rows of the page itself.
const plants = `
  CREATE TABLE templates (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, level TEXT NOT NULL,
    version INTEGER NOT NULL, isSystem INTEGER NOT NULL, signals TEXT NOT NULL, actions TEXT NOT NULL,
    createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
  );
  CREATE TABLE plantGroups (
    id TEXT PRIMARY KEY, organizationId TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name TEXT NOT NULL, description TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
  );
  CREATE TABLE plants (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organizationId TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    name TEXT NOT NULL, serialNumber TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL,
    lifecycleStatus TEXT NOT NULL, authMethod TEXT NOT NULL,
    authFailureCount INTEGER NOT NULL DEFAULT 0, lastAuthFailureAt TEXT, lastSeenAt TEXT,
    activatedAt TEXT, certificateExpiresAt TEXT, certificateFingerprint TEXT,
    certificateSerialNumber TEXT, secretRotatedAt TEXT,
    templateId TEXT REFERENCES templates (id) ON DELETE SET NULL,
    metadata TEXT, latitude REAL, longitude REAL, capacityKwh REAL, fvePeakPowerKwp REAL,
    plantWithLoad INTEGER, externalPlantId TEXT, esiState TEXT, configEnabled INTEGER,
    description TEXT, tag TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
    UNIQUE (organizationId, serialNumber)
  );
  CREATE INDEX plantsByAge ON plants (organizationId, createdAt);
  CREATE INDEX plantsByAuthMethodAndAge ON plants (organizationId, authMethod, createdAt);
  CREATE INDEX plantsByCertificate ON plants
    (organizationId, certificateExpiresAt, lifecycleStatus) WHERE authMethod = 'MTLS';
  CREATE TABLE plantGroupMembers (
    plantId TEXT NOT NULL REFERENCES plants (id) ON DELETE CASCADE,
    plantGroupId TEXT NOT NULL REFERENCES plantGroups (id) ON DELETE CASCADE,
    PRIMARY KEY (plantId, plantGroupId)
  ) WITHOUT ROWID;
  CREATE INDEX plantGroupMembersByGroup ON plantGroupMembers (plantGroupId);
  CREATE TABLE alerts (
    id TEXT PRIMARY KEY, plantId TEXT NOT NULL REFERENCES plants (id) ON DELETE CASCADE,
    type TEXT NOT NULL, severity TEXT NOT NULL, status TEXT NOT NULL, message TEXT NOT NULL,
    acknowledgedAt TEXT, acknowledgedBy TEXT, resolvedAt TEXT,
    createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
  );
  CREATE INDEX alertsByPlant ON alerts (plantId, createdAt);
`

// Totals of the list are stored, because COUNT(*) would scan the whole index for each page.
const plantCounts = `
  CREATE TABLE plantCounts (
    organizationId TEXT NOT NULL, authMethod TEXT NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (organizationId, authMethod)
  ) WITHOUT ROWID;
  CREATE TRIGGER plantCountsAfterInsert AFTER INSERT ON plants BEGIN
    INSERT INTO plantCounts VALUES (NEW.organizationId, NEW.authMethod, 1)
      ON CONFLICT DO UPDATE SET total = total + 1;
  END;
  CREATE TRIGGER plantCountsAfterDelete AFTER DELETE ON plants BEGIN
    UPDATE plantCounts SET total = total - 1
      WHERE organizationId = OLD.organizationId AND authMethod = OLD.authMethod;
  END;
  CREATE TRIGGER plantCountsAfterMove AFTER UPDATE OF organizationId, authMethod ON plants
    WHEN OLD.organizationId <> NEW.organizationId OR OLD.authMethod <> NEW.authMethod BEGIN
    UPDATE plantCounts SET total = total - 1
      WHERE organizationId = OLD.organizationId AND authMethod = OLD.authMethod;
    INSERT INTO plantCounts VALUES (NEW.organizationId, NEW.authMethod, 1)
      ON CONFLICT DO UPDATE SET total = total + 1;
  END;
`

// A certificate outlives its plant: it stays on the revocation list until it expires.
const credentials = `
  ALTER TABLE plants ADD COLUMN credentialsGeneration INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE plants ADD COLUMN subDevices TEXT;
  CREATE TABLE certificates (
    serialNumber TEXT PRIMARY KEY, plantId TEXT NOT NULL, fingerprint TEXT NOT NULL,
    issuedAt TEXT NOT NULL, expiresAt TEXT NOT NULL, revokedAt TEXT
  ) WITHOUT ROWID;
  CREATE INDEX certificatesByPlant ON certificates (plantId);
  CREATE INDEX certificatesRevoked ON certificates (expiresAt) WHERE revokedAt IS NOT NULL;
  CREATE TABLE plantSecrets (
    plantId TEXT NOT NULL REFERENCES plants (id) ON DELETE CASCADE, sealed TEXT NOT NULL,
    createdAt TEXT NOT NULL, endsAt TEXT, provenAt TEXT
  );
  CREATE INDEX plantSecretsByPlant ON plantSecrets (plantId);
  CREATE TABLE plantPasswords (
    plantId TEXT PRIMARY KEY REFERENCES plants (id) ON DELETE CASCADE, username TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE provisioningPackages (
    plantId TEXT PRIMARY KEY REFERENCES plants (id) ON DELETE CASCADE, sealed TEXT NOT NULL,
    endsAt TEXT NOT NULL
  ) WITHOUT ROWID;
`

// The unique nonce refuses an ack that is replayed for another command.
const commands = `
  CREATE TABLE commands (
    sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, cmdId TEXT NOT NULL UNIQUE,
    plantId TEXT NOT NULL REFERENCES plants (id) ON DELETE CASCADE,
    command TEXT NOT NULL, target TEXT, payload TEXT, response TEXT, responseStatus TEXT,
    sentAt TEXT, ackedAt TEXT, ackNonce TEXT, createdAt TEXT NOT NULL
  );
  CREATE INDEX commandsByPlant ON commands (plantId, createdAt);
  CREATE UNIQUE INDEX commandsByNonce ON commands (plantId, ackNonce) WHERE ackNonce IS NOT NULL;
`

// `simulated` marks plants without a client: REPORTING plants are kept fresh, SILENT ones are not.
const field = `
  ALTER TABLE plants ADD COLUMN simulated TEXT;
  CREATE TABLE energyDays (
    plantId TEXT NOT NULL REFERENCES plants (id) ON DELETE CASCADE, date TEXT NOT NULL,
    producedKwh REAL NOT NULL, importedKwh REAL NOT NULL, exportedKwh REAL NOT NULL,
    PRIMARY KEY (plantId, date)
  ) WITHOUT ROWID;
  CREATE TABLE lastSamples (
    plantId TEXT PRIMARY KEY REFERENCES plants (id) ON DELETE CASCADE,
    atMs INTEGER NOT NULL, productionKw REAL NOT NULL, gridKw REAL NOT NULL
  ) WITHOUT ROWID;
  ALTER TABLE alerts ADD COLUMN rule TEXT;
  CREATE UNIQUE INDEX alertsOpen ON alerts (plantId, rule) WHERE resolvedAt IS NULL AND rule IS NOT NULL;
`

// Indexes for the checks that run twice a minute. The first three contain all columns of a check, so only the rows that
// changed are read; the others find those rows.
const duties = `
  CREATE INDEX plantsOffline ON plants (id, lastSeenAt, createdAt, organizationId, simulated)
    WHERE status = 'OFFLINE' AND lifecycleStatus = 'ACTIVE';
  CREATE INDEX plantsByExpiry ON plants
    (certificateExpiresAt, lifecycleStatus, id, organizationId, simulated) WHERE authMethod = 'MTLS';
  CREATE INDEX plantsByAuthFailure ON plants
    (lastAuthFailureAt, authFailureCount, id, organizationId, simulated)
    WHERE lastAuthFailureAt IS NOT NULL;
  CREATE INDEX plantsLive ON plants (status) WHERE simulated IS NULL;
  CREATE INDEX plantsReporting ON plants (lastSeenAt) WHERE simulated = 'REPORTING';
  CREATE INDEX alertsOpenByType ON alerts (type, plantId) WHERE resolvedAt IS NULL;
  CREATE INDEX alertsActive ON alerts (createdAt, id, severity, plantId) WHERE status = 'ACTIVE';
`

// The version of an organization's list increases with every change that moves a row, so that a stored position is
// known to be stale.
const listVersions = `
  ALTER TABLE plantCounts ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
  DROP TRIGGER plantCountsAfterInsert;
  DROP TRIGGER plantCountsAfterDelete;
  DROP TRIGGER plantCountsAfterMove;
  CREATE TRIGGER plantCountsAfterInsert AFTER INSERT ON plants BEGIN
    INSERT INTO plantCounts VALUES (NEW.organizationId, NEW.authMethod, 1, 1)
      ON CONFLICT DO UPDATE SET total = total + 1, version = version + 1;
  END;
  CREATE TRIGGER plantCountsAfterDelete AFTER DELETE ON plants BEGIN
    UPDATE plantCounts SET total = total - 1, version = version + 1
      WHERE organizationId = OLD.organizationId AND authMethod = OLD.authMethod;
  END;
  CREATE TRIGGER plantCountsAfterMove AFTER UPDATE OF organizationId, authMethod, createdAt ON plants
    WHEN OLD.organizationId <> NEW.organizationId OR OLD.authMethod <> NEW.authMethod
      OR OLD.createdAt <> NEW.createdAt BEGIN
    UPDATE plantCounts SET total = total - 1, version = version + 1
      WHERE organizationId = OLD.organizationId AND authMethod = OLD.authMethod;
    INSERT INTO plantCounts VALUES (NEW.organizationId, NEW.authMethod, 1, 1)
      ON CONFLICT DO UPDATE SET total = total + 1, version = version + 1;
  END;
`

// Each power series continues from its own last sample. The existing samples are dropped, because they don't say which
// meter measured which value. The index of offline plants now also contains `updatedAt`, which a check reads.
const measuredApart = `
  DROP TABLE lastSamples;
  CREATE TABLE lastSamples (
    plantId TEXT NOT NULL REFERENCES plants (id) ON DELETE CASCADE, series TEXT NOT NULL,
    atMs INTEGER NOT NULL, kw REAL NOT NULL,
    PRIMARY KEY (plantId, series)
  ) WITHOUT ROWID;
  ALTER TABLE plants ADD COLUMN judgedUntilMs INTEGER;
  ALTER TABLE plants ADD COLUMN telemetryAtMs INTEGER;
  ALTER TABLE plants ADD COLUMN telemetryPaceMs REAL;
  ALTER TABLE plants ADD COLUMN recentAuthFailures TEXT;
  DROP INDEX plantsOffline;
  CREATE INDEX plantsOffline ON plants (id, lastSeenAt, createdAt, updatedAt, organizationId, simulated)
    WHERE status = 'OFFLINE' AND lifecycleStatus = 'ACTIVE';
  CREATE INDEX alertsEnded ON alerts (updatedAt, plantId) WHERE resolvedAt IS NOT NULL;
`

// The last used token can return its successor once more, for a client that never received the response.
const repeatableRotation = `
  ALTER TABLE refreshTokens ADD COLUMN nextSalt TEXT;
`

export const migrations: readonly Migration[] = [
  { number: 1, name: 'people and sessions', sql: people },
  { number: 2, name: 'plants, groups, templates and alerts', sql: plants },
  { number: 3, name: 'kept totals of the plant list', sql: plantCounts },
  { number: 4, name: 'certificates, secrets and packages', sql: credentials },
  { number: 5, name: 'commands', sql: commands },
  { number: 6, name: 'energy days, simulated plants and rules of alerts', sql: field },
  { number: 7, name: 'indexes for what is done twice a minute', sql: duties },
  { number: 8, name: 'versions of the plant list', sql: listVersions },
  { number: 9, name: 'series of power, watermarks, pace and ended alerts', sql: measuredApart },
  { number: 10, name: 'repeatable rotation of refresh tokens', sql: repeatableRotation },
  { number: 11, name: 'accounts, API credentials and the audit log', sql: accountTables },
  { number: 12, name: 'audit entries by subject', sql: auditSubjects },
  { number: 13, name: 'changed values in audit entries', sql: auditChanges },
]

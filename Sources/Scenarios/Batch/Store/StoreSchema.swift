internal import GRDB

/// The tables of a run store, step by step as versions added to them.
enum StoreSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: runs, nights, pointers") { db in
            // What repeats to the last byte: one row a question that was answered.
            try db.execute(
                sql: """
                    CREATE TABLE runs (
                        job TEXT NOT NULL, digest TEXT NOT NULL, study TEXT NOT NULL, outcome TEXT NOT NULL,
                        objective INTEGER NOT NULL, bound INTEGER, gap REAL, stop TEXT NOT NULL, folder TEXT NOT NULL,
                        was_cut INTEGER NOT NULL, record TEXT NOT NULL,
                        PRIMARY KEY (job, digest)) WITHOUT ROWID;
                    CREATE TABLE plans (
                        job TEXT NOT NULL, digest TEXT NOT NULL, service TEXT NOT NULL, site TEXT NOT NULL,
                        PRIMARY KEY (job, digest, service, site)) WITHOUT ROWID;
                    """)
            // What does not: dates and seconds.
            try db.execute(
                sql: """
                    CREATE TABLE timings (
                        job TEXT NOT NULL, digest TEXT NOT NULL, answered TEXT NOT NULL, seconds REAL NOT NULL,
                        is_removed INTEGER NOT NULL DEFAULT 0,
                        PRIMARY KEY (job, digest)) WITHOUT ROWID;
                    CREATE TABLE nights (
                        number INTEGER PRIMARY KEY, at TEXT NOT NULL, job TEXT NOT NULL, outcome TEXT NOT NULL,
                        digest TEXT, sentence TEXT NOT NULL, story TEXT);
                    CREATE INDEX nights_of_job ON nights (job, number);
                    """)
            // Which of a job's runs is its last good answer, and which is published.
            try db.execute(
                sql: """
                    CREATE TABLE latest (job TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE published (job TEXT PRIMARY KEY, digest TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}

/// One question of a batch, with how it is to be answered.
package struct Job: Hashable, Sendable {
    /// What must hold before a job is run.
    package struct Guards: Hashable, Sendable {
        /// Largest change of an input's number of rows since the last answer, as a fraction; nil for any.
        package var rows: Double?
        /// Oldest that an input may be, in seconds since it was last written; nil for any age.
        package var age: Double?
        /// Least free space of the store's disk, bytes.
        package var disk: Int64?

        package init(rows: Double? = nil, age: Double? = nil, disk: Int64? = nil) {
            self.rows = rows
            self.age = age
            self.disk = disk
        }
    }

    /// Letters, digits, `-`, `_` and `.`; names its folders in the store.
    package var name: String
    /// Path of the study or scenario file.
    package var question: String
    /// Where its data lies; nil for beside it.
    package var data: String?
    /// As `hubplan solve --gap`.
    package var gap: Double = 0.001
    /// Of the search, wall seconds.
    package var seconds: Double = 600
    package var work: Int64?
    package var nodes: Int?
    /// Bytes that the search may use for its tables.
    package var memory: Int64?
    /// Bytes that the whole process may use; beyond them it ends, and no other job with it.
    package var ceiling: Int64?
    /// Wall seconds of the whole job, reading and writing too; beyond them it is ended.
    package var patience: Double?
    package var seed: UInt64 = 1
    /// As `hubplan solve --baseline`; nil for what stands today, by itself.
    package var baseline: String?
    /// How far from the best, as a fraction, the plan with the fewest changes from the published one may be; nil for the
    /// best plan whatever it changes.
    package var staysWithin: Double?
    package var guards = Guards()

    /// - Parameters:
    ///   - name: of the job.
    ///   - question: path of the study or scenario file.
    ///   - data: where its data lies; nil for beside it.
    package init(name: String, question: String, data: String? = nil) {
        self.name = name
        self.question = question
        self.data = data
    }
}

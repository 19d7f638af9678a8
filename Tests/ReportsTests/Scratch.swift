import HubPlanTestSupport

/// A folder that is gone when the test is, lent by its path.
enum Scratch {
    static func folder(_ use: (String) throws -> Void) throws {
        let scratch = try ScratchFolder()
        try withExtendedLifetime(scratch) { try use(scratch.path) }
    }
}

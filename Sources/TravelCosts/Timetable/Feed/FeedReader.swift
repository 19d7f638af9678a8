internal import HubModel

extension TimetableFeed {
    /// Reads a feed whole.
    /// - Parameter path: a GTFS zip archive, or the folder it was unpacked into.
    /// - Throws: `TravelError` with file, row, field and value of the first thing that is wrong; `SpatialError` when a
    ///   file cannot be read at all.
    package init(path: String) throws {
        var reader = FeedReader(feed: TimetableFeed(empty: path), files: try FeedFiles(path))
        try reader.read()
        self = reader.feed
    }

    init(empty path: String) { self.path = path }
}

/// Builds a feed file by file, those that others name first.
struct FeedReader {
    var feed: TimetableFeed
    let files: FeedFiles
    var agencyNumbers: [String: UInt32] = [:]
    var stopNumbers: [String: UInt32] = [:]
    var routeNumbers: [String: UInt32] = [:]
    var serviceNumbers: [String: UInt32] = [:]
    var tripNumbers: [String: UInt32] = [:]

    init(feed: TimetableFeed, files: FeedFiles) {
        self.feed = feed
        self.files = files
    }

    mutating func read() throws {
        try readAgencies()
        try readStops()
        try readRoutes()
        try readCalendar()
        try readCalendarDates()
        try readTrips()
        try readStopTimes()
        try readFrequencies()
        try readTransfers()
        try readFares()
        guard feed.trips.contains(where: { !$0.visits.isEmpty }) else {
            throw TravelError("The timetable \(feed.path) has no trip with two stops; fetch it again, or name another.")
        }
    }

    /// Gives a name the next number.
    /// - Parameters:
    ///   - name: new.
    ///   - numbers: to add it to.
    ///   - row: where it stands.
    ///   - column: where it stands.
    static func add(_ name: String, to numbers: inout [String: UInt32], _ row: FeedRow, _ column: Int) throws {
        guard numbers.updateValue(UInt32(numbers.count), forKey: name) == nil else {
            throw row.refused(column, name, "stands in an earlier row too; each may stand once")
        }
    }
}

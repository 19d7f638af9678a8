package import Foundation
internal import TravelCosts

/// Where travel tables that take long to build are kept from one run to the next.
package struct TravelKeeping: Sendable {
    /// Trips of a table that are kept with its minutes. A larger table keeps its minutes alone and makes its ways of
    /// travelling anew, since its trips would take too much memory.
    static let mostTrips = 1_500_000

    let cache: TravelCache
    /// Takes a sentence about an entry that was damaged, or could not be written.
    let tell: @Sendable (String) -> Void

    /// - Parameters:
    ///   - folder: made when it is first written to; any number of runs may use it at once.
    ///   - limit: bytes that everything kept there may take together.
    ///   - tell: takes a sentence about an entry that was damaged, or could not be written.
    package init(folder: URL, limit: Int, tell: @escaping @Sendable (String) -> Void = { _ in }) {
        cache = TravelCache(folder: folder, limit: limit)
        self.tell = tell
    }

    /// `hubplan` in the user's cache folder; nil where the environment names none.
    /// - Parameter environment: variables of the process.
    package static func standardFolder(_ environment: [String: String]) -> URL? {
        TravelCache.standardFolder(environment)
    }
}

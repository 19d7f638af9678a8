internal import Synchronization

/// A router that is made ready for many searches when the first of them is asked for, and kept.
final class ReadyRouter: Sendable {
    private let made = Mutex<StreetRouter?>(nil)

    /// - Parameters:
    ///   - router: always the same one.
    ///   - searches: how many there will be each way.
    func router(_ router: StreetRouter, searches: Int) -> StreetRouter {
        made.withLock { made in
            let ready = made ?? router.prepared(searches: searches)
            made = ready
            return ready
        }
    }
}

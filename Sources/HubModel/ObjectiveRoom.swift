/// How large an objective in whole numbers may grow.
package enum ObjectiveRoom {
    /// What each service's objective must stay below, so that the sum over all services is a whole number of 64 bits: a
    /// quarter of the largest with up to four services, an even part with more.
    /// - Parameter services: that a study asks for.
    package static func each(of services: Int) -> Int64 { Int64.max / Int64(max(4, services)) }
}

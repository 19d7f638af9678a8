/// The version that runs and results carry.
package enum Version {
    package static let current = "0.1.0"
}

/// One way between two places along streets, taken apart.
package struct StreetLeg: Hashable, Sendable {
    /// In the profile's unit of cost: millimetres of effort on foot, else hundredths of a second.
    package var cost: UInt32
    /// Along streets, with the straight way between each place and its street.
    package var millimetres: Int
    /// Penalties for what is crossed, in hundredths of a second.
    package var crossingCentiseconds: Int

    package var metres: Double { Double(millimetres) / 1000 }
}

/// Multipliers of a Lagrangian bound as a solver left them at one step, in double precision: what a certificate is made
/// from. A certificate rounds them and works everything out again, so nothing rests on how they came about.
package struct MultiplierStep: Hashable, Sendable {
    /// What each demand row pays at most, in units of its contribution.
    package var rows: [Double]
    /// One a limit that crosses others, in the order of the limits.
    package var limits: [Double]

    package init(rows: [Double], limits: [Double]) {
        self.rows = rows
        self.limits = limits
    }
}

/// A step of a finished branch and bound in preorder, for the certificate. Like ``MultiplierStep`` it is a hint: a
/// certificate works everything out again.
package enum BranchStep: Hashable, Sendable {
    /// These multipliers fix sites for all that follows below.
    case fix(MultiplierStep)
    /// First comes what is below with the site open, then what is below without.
    case branch(site: UInt32)
    /// These multipliers close this part.
    case leaf(MultiplierStep)
    /// This part has one plan left, or none.
    case end
}

extension FixedWidthInteger {
    /// The whole number nearest to a measured one, halves away from zero, for sentences: never a crash, whatever a file or
    /// a setting holds. Beyond the range of the type its least or largest, and 0 for what is no number.
    /// - Parameter value: any, infinite ones too.
    package init(nearest value: Double) {
        let whole = value.rounded()
        self = whole.isNaN ? 0 : Self(exactly: whole) ?? (whole < 0 ? .min : .max)
    }
}

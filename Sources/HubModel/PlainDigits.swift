extension Double {
    /// As short as it goes, in plain digits where it is a whole number: "3000" rather than "3000.0", 0.25 is "0.25".
    package var plain: String {
        self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
    }
}

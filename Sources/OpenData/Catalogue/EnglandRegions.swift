/// The region of each district of England in 2024, by its code. Codes are given out by county, so ranges say it.
enum EnglandRegions {
    /// nil for a code that is of no district of England.
    static func name(ofDistrict code: String) -> String? {
        guard code.count == 9, code.hasPrefix("E0"), let number = Int(code.dropFirst()) else { return nil }
        return ranges.first { $0.codes.contains { $0.contains(number) } }?.name
    }

    private static let ranges: [(name: String, codes: [ClosedRange<Int>])] = [
        ("North East", [6_000_001...6_000_005, one(6_000_047), one(6_000_057), 8_000_021...8_000_024, one(8_000_037)]),
        (
            "North West",
            [
                6_000_006...6_000_009, 6_000_049...6_000_050, 6_000_063...6_000_064, 7_000_117...7_000_128,
                8_000_001...8_000_015,
            ]
        ),
        (
            "Yorkshire and The Humber",
            [
                6_000_010...6_000_014, one(6_000_065), 8_000_016...8_000_019, 8_000_032...8_000_036,
                8_000_038...8_000_039,
            ]
        ),
        (
            "East Midlands",
            [
                6_000_015...6_000_018, 6_000_061...6_000_062, 7_000_032...7_000_039, 7_000_129...7_000_142,
                7_000_170...7_000_176,
            ]
        ),
        (
            "West Midlands",
            [
                6_000_019...6_000_021, one(6_000_051), 7_000_192...7_000_199, 7_000_218...7_000_222,
                7_000_234...7_000_239, 8_000_025...8_000_031,
            ]
        ),
        (
            "East of England",
            [
                6_000_031...6_000_034, 6_000_055...6_000_056, 7_000_008...7_000_012, 7_000_066...7_000_077,
                7_000_095...7_000_103, 7_000_143...7_000_149, 7_000_200...7_000_203, 7_000_240...7_000_245,
            ]
        ),
        ("London", [9_000_001...9_000_033]),
        (
            "South East",
            [
                6_000_035...6_000_046, one(6_000_060), 7_000_061...7_000_065, 7_000_084...7_000_094,
                7_000_105...7_000_116, 7_000_177...7_000_181, 7_000_207...7_000_217, 7_000_223...7_000_229,
            ]
        ),
        (
            "South West",
            [
                6_000_022...6_000_027, one(6_000_030), 6_000_052...6_000_054, 6_000_058...6_000_059, one(6_000_066),
                7_000_040...7_000_047, 7_000_078...7_000_083,
            ]
        ),
    ]

    private static func one(_ code: Int) -> ClosedRange<Int> { code...code }
}

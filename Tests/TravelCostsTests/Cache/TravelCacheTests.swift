import Foundation
import HubPlanTestSupport
import Testing

@testable import TravelCosts

@Suite struct TravelCacheTests {
    private let scratch: ScratchFolder
    private let key = CacheKey(maker: "test 1", inputs: [("a", "1")])

    init() throws { scratch = try ScratchFolder() }

    private func cache(limit: Int = 1_000_000) -> TravelCache {
        TravelCache(folder: URL(fileURLWithPath: scratch.path), limit: limit)
    }

    private func file(_ key: CacheKey) -> URL {
        URL(fileURLWithPath: scratch.path).appendingPathComponent(key.digest + ".travel")
    }

    private func setUsed(_ key: CacheKey, daysAgo: Double) throws {
        let day = Date(timeIntervalSince1970: 1_700_000_000 - daysAgo * 86_400)
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: file(key).path)
    }

    @Test func anEntryIsMadeOnceAndThenRead() throws {
        var made = 0
        for _ in 0..<3 {
            let payload = cache().payload(for: key) {
                made += 1
                return Data("minutes".utf8)
            }
            #expect(payload == Data("minutes".utf8))
        }
        #expect(made == 1)
        #expect(try scratch.names() == [key.digest + ".travel"])
    }

    @Test func anEmptyPayloadIsAnEntryToo() {
        cache().write(Data(), key)
        #expect(cache().read(key) == Data())
    }

    @Test func everythingInAKeyCounts() {
        let keys = [
            key, CacheKey(maker: "test 2", inputs: [("a", "1")]), CacheKey(maker: "test 1", inputs: [("a", "2")]),
            CacheKey(maker: "test 1", inputs: [("b", "1")]), CacheKey(maker: "test 1", inputs: [("a", "1"), ("", "")]),
            CacheKey(maker: "test 1", inputs: [("a1", "")]), CacheKey(maker: "test 1", inputs: []),
        ]
        #expect(Set(keys.map(\.digest)).count == keys.count)
        #expect(key == CacheKey(maker: "test 1", inputs: [("a", "1")]))
    }

    @Test func aChangedByteAnywhereIsFoundAndTheEntryMadeAnew() throws {
        let payload = Data("12.5,13.0\n".utf8)
        cache().write(payload, key)
        let whole = try Data(contentsOf: file(key))
        for position in whole.indices {
            var damaged = whole
            damaged[position] ^= 0x41
            try damaged.write(to: file(key))
            var told: [String] = []
            #expect(cache().payload(for: key, tell: { told.append($0) }, make: { payload }) == payload)
            #expect(told.count == 1, "byte \(position)")
            #expect(try Data(contentsOf: file(key)) == whole)
        }
    }

    @Test func aTornOrLengthenedEntryIsFoundAndRemoved() throws {
        cache().write(Data("12.5,13.0\n".utf8), key)
        let whole = try Data(contentsOf: file(key))
        for length in 0..<whole.count {
            try whole.prefix(length).write(to: file(key))
            #expect(cache().read(key) == nil, "\(length) bytes")
            #expect(!FileManager.default.fileExists(atPath: file(key).path))
        }
        try (whole + Data([10])).write(to: file(key))
        #expect(cache().read(key) == nil)
    }

    @Test func anEntryUnderAnothersNameIsNotTaken() throws {
        let other = CacheKey(maker: "test 1", inputs: [("a", "2")])
        cache().write(Data("minutes".utf8), key)
        try FileManager.default.copyItem(at: file(key), to: file(other))
        #expect(cache().read(other) == nil)
        #expect(cache().read(key) != nil)
    }

    @Test func whatWasUsedLongestAgoGoesFirst() throws {
        let keys = (0..<4).map { CacheKey(maker: "test", inputs: [("n", "\($0)")]) }
        let payload = Data(repeating: 7, count: 1000)
        let bytes = CacheEntry.file(payload, key: key).count
        for (number, key) in keys.prefix(3).enumerated() {
            cache(limit: 3 * bytes).write(payload, key)
            try setUsed(key, daysAgo: Double(10 - number))
        }
        _ = cache().read(keys[0])
        cache(limit: 3 * bytes).write(payload, keys[3])
        #expect(keys.map { cache().read($0) != nil } == [true, false, true, true])
    }

    @Test func whatWasJustWrittenStaysAndWhatIsTooLargeIsNotKept() throws {
        let payload = Data(repeating: 7, count: 1000)
        let bytes = CacheEntry.file(payload, key: key).count
        let other = CacheKey(maker: "other", inputs: [])
        cache(limit: bytes).write(payload, other)
        cache(limit: bytes).write(payload, key)
        #expect(cache().read(key) == payload)
        #expect(cache().read(other) == nil)
        var told: [String] = []
        let small = cache(limit: bytes - 1)
        #expect(small.payload(for: other, tell: { told.append($0) }, make: { payload }) == payload)
        #expect(told.count == 1)
        #expect(cache().read(other) == nil)
    }

    @Test func manyWritersAndReadersAtOnceSeeWholeEntriesOnly() async throws {
        let cache = cache()
        let keys = (0..<4).map { CacheKey(maker: "test", inputs: [("n", "\($0)")]) }
        let wrong = await withTaskGroup(of: Int.self) { group in
            for task in 0..<16 {
                group.addTask {
                    (0..<40).count { round in
                        let number = (task + round) % keys.count
                        let payload = Data(repeating: UInt8(number), count: 5000 + number)
                        let got = cache.payload(for: keys[number]) { payload }
                        if round % 5 == 0 { cache.write(payload, keys[number]) }
                        return got != payload
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
        #expect(try scratch.names() == keys.map { $0.digest + ".travel" }.sorted())
    }

    @Test func aFolderThatCannotBeWrittenToStopsNobody() throws {
        let path = try scratch.write("file", "no folder")
        var told: [String] = []
        let cache = TravelCache(folder: URL(fileURLWithPath: path))
        #expect(cache.payload(for: key, tell: { told.append($0) }, make: { Data([1]) }) == Data([1]))
        #expect(told.count == 1)
        #expect(told.first?.contains("--no-cache") == true)
    }

    @Test func whatABrokenOffRunLeftIsClearedAfterADay() throws {
        let part = try scratch.write("x.part", "torn")
        let new = try scratch.write("y.part", "being written")
        let longAgo = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: longAgo], ofItemAtPath: part)
        cache().write(Data([1]), key)
        #expect(!FileManager.default.fileExists(atPath: part))
        #expect(FileManager.default.fileExists(atPath: new))
    }

    @Test func theFolderIsTheUsersOwn() {
        #expect(TravelCache.standardFolder(["XDG_CACHE_HOME": "/c", "HOME": "/h"])?.path == "/c/hubplan")
        #expect(TravelCache.standardFolder(["XDG_CACHE_HOME": "c", "HOME": "/h"])?.path == "/h/.cache/hubplan")
        #expect(TravelCache.standardFolder([:]) == nil)
    }
}

import Testing

@testable import Placement

@Suite struct DeadlineTests {
    @Test(arguments: [nil, Double.infinity, .nan, 1e300, .greatestFiniteMagnitude, Deadline.longest])
    func noEnd(seconds: Double?) {
        let deadline = Deadline(seconds: seconds)
        #expect(deadline.remaining == nil)
        #expect(!deadline.isPast)
    }

    @Test(arguments: [0, -1, -1e300, -Double.infinity])
    func endsAtOnce(seconds: Double) {
        let deadline = Deadline(seconds: seconds)
        #expect(deadline.isPast)
        #expect(deadline.remaining == 0)
    }

    @Test func anEndAYearFromNow() throws {
        let remaining = try #require(Deadline(seconds: 31_557_600).remaining)
        #expect(remaining > 0 && remaining <= 31_557_600)
    }
}

import Foundation
import Testing

@testable import Reports

@Suite struct PreviewTests {
    @Test func preview() throws {
        try RunFolder.write(SampleRun.record(), to: "/tmp/reports-preview/run", assets: "/usr/local/share/hubplan")
        try RunFolder.write(SampleRun.measuredList(), to: "/tmp/reports-preview/list", assets: nil)
    }
}

internal import Foundation
package import HubModel
internal import Regions
package import Reports

/// The end of a run: a plan with all that is told about it, or the rules that clash.
package struct RunAnswer: Sendable {
    package enum Outcome: Sendable {
        case plan(RunRecord)
        case infeasible(Infeasibility)
    }

    package enum Verdict: Sendable {
        /// A plan with the gap asked for, or a list that was measured without looking for a better one.
        case gapReached
        /// A plan, but stopped before the gap asked for was reached, or without a bound.
        case stoppedShort
        case infeasible
    }

    package var outcome: Outcome
    /// Why no plan keeps every rule, beside a list that was measured all the same.
    package var clash: Infeasibility?
    package var limits: SolveLimits

    package init(outcome: Outcome, clash: Infeasibility? = nil, limits: SolveLimits) {
        self.outcome = outcome
        self.clash = clash
        self.limits = limits
    }

    package var verdict: Verdict {
        guard clash == nil, case .plan(let record) = outcome else { return .infeasible }
        guard record.solution ?? record.comparison?.solution != nil else { return .gapReached }
        let isReached = record.searchGap.map { $0 <= limits.gap } ?? false
        return isReached ? .gapReached : .stoppedShort
    }

    /// Writes the run folder whole or not at all. Nothing is written where no plan can be had.
    /// - Parameters:
    ///   - folder: to make or to replace.
    ///   - more: texts of further files in it, by their names.
    /// - Returns: a sentence about files of people that stand in the folder and were left as they are; nil for none.
    /// - Throws: `ReportError` when the folder holds something else or cannot be written.
    @discardableResult
    package func write(to folder: String, more: [String: String] = [:]) throws -> String? {
        guard case .plan(var record) = outcome else { return nil }
        // Read again, the study's files are found from there.
        let folders = record.showsPlacesOnly ? [] : record.timing?.folders ?? []
        record.timing?.folders = folders.map { RelativePath.of($0, from: folder) }
        let kept = try RunFolder.write(record, to: folder, assets: Assets.mapLibrary(), more: more)
        guard !kept.isEmpty else { return nil }
        return "Not written by hubplan and left in \(folder) as before: \(kept.joined(separator: ", "))."
            + (kept.contains("dossier") ? " The dossier still tells of the run before." : "")
    }
}

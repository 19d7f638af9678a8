internal import Foundation
internal import HubModel

/// `assurance.md`: what the run itself can say under the heads of the AQuA Book (Government Analysis Function, edition of
/// 2025), and blanks for what only people can. A blank is written as one, so that nobody takes silence for consent.
struct AssuranceNote {
    let run: DossierRun
    /// Whether the folder holds a proof that can be checked.
    let hasCertificate: Bool

    static let blank = "[to be filled in]"

    var markdown: String {
        [
            heading, purpose, scope, roles, design, data, assumptions, verification, validation, uncertainty, limits,
            communication, signOff,
        ].joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        """
        # Assurance of: \(Self.plain(run.study.name))

        Made by hubplan \(run.hubplan) from its run folder. Study: `\(run.study.path)`, SHA-256 `\(run.study.sha256)`. \
        Heads follow the AQuA Book of the Government Analysis Function. Where it says \(Self.blank), a person has to write; \
        the rest was worked out or read by the program, and nobody has assured it yet.
        """
    }

    private var purpose: String {
        let asked = run.services.map { "\($0.count) × \($0.title)" }.joined(separator: ", ")
        return """
            ## Purpose

            To find where hubs could stand so that children reach them. Asked for: \(Self.plain(asked)).

            - Decision that this supports: \(Self.blank)
            - What happens if it is wrong, and how much assurance that calls for: \(Self.blank)
            """
    }

    private var scope: String {
        let services = run.services.map { service in
            "- \(Self.plain(service.title)): \(Self.plain(service.people)), \(service.everyone.children.grouped) of them; made least: "
                + (service.objectiveKind == "reach" ? "children beyond reach, then mean minutes" : "mean minutes")
                + "; weight: \(Self.plain(service.weight)); in doubly disadvantaged places: \(service.shareAsked)."
        }
        return """
            ## Scope

            \(run.region.areas.grouped) small areas and \(run.region.sites.grouped) candidate sites (\(run.region.crs)).

            \(services.joined(separator: "\n"))

            Not in scope: whether a building is free, suitable, affordable or wanted; staff and money; how many children a \
            hub can hold; travel that is not to a hub.
            """
    }

    private var roles: String {
        """
        ## Roles

        | role | name | date |
        |---|---|---|
        | Commissioner | \(Self.blank) | |
        | Analyst | \(run.study.authors.isEmpty ? Self.blank : Self.cell(run.study.authors.joined(separator: ", "))) | |
        | Assurer, not the analyst | \(Self.blank) | |
        | Approver | \(Self.blank) | |
        """
    }

    private var design: String {
        """
        ## Design

        Children go to the hub with the least generalised minutes there and back; hubs are chosen so that the sum over \
        children is least, under the rules of the study. \(run.status.method.map { "Method: \(Self.plain($0))." } ?? "The list was given, not sought.")

        - Other designs that were thought of, and why this one: \(Self.blank)
        """
    }

    private var data: String {
        let stated = run.inputs.filter { $0.role != "study" }
        let without = stated.filter { $0.licence == nil }.map(\.path)
        let dropped = stated.flatMap(\.uses).reduce(0) { $0 + $1.read - $1.kept }
        let licences =
            without.isEmpty
            ? "The study states the licence of each."
            : "The study states no licence for \(without.count) of them: "
                + without.map { "`\($0)`" }.joined(separator: ", ")
                + "."
        let warnings = run.findings.filter { $0.kind == "warning" }.map { "- \(Self.plain($0.sentence))" }
        return """
            ## Data

            \(stated.count) files, each with its digest, vintage, licence and rows in `data-log.csv`; \(dropped.grouped) rows were \
            read and not used, each with a reason there. \(licences)

            \(warnings.isEmpty ? "Nothing in them called for a warning." : "Warnings:\n\n" + warnings.joined(separator: "\n"))

            - Who says that these are the right data, and of the right date: \(Self.blank)
            """
    }

    private var assumptions: String {
        let all = run.services.flatMap(\.parameters) + run.parameters.travel.flatMap(\.parameters)
        let changed = Set(
            all.filter { parameter in parameter.default.map { $0 != parameter.value } ?? false }.map(\.key))
        func count(_ mark: Mark) -> Int { Set(all.filter { $0.mark == mark.rawValue }.map(\.key)).count }
        return """
            ## Assumptions

            In `assumptions.csv`, each with value, unit, source and mark: \(count(.lookedUp)) looked up, \(count(.measured)) \
            measured, \(count(.assumed)) assumed. \(changed.count) differ from hubplan's defaults, changed by \
            \(Self.plain(run.authors)).

            - Who owns the assumed ones, and which of them were tried at other values: \(Self.blank)
            """
    }

    private var verification: String {
        let proof =
            hasCertificate
            ? "`certificate.json` holds the question in numbers, the plan and a proof of the bound. `hubplan verify` works "
                + "every cost and bound out again by other code; so does `Scripts/verify-certificate.py` without hubplan."
            : "This run holds no certificate, so nothing is proved about how good the list is."
        return """
            ## Verification: was it worked out right?

            \(Self.plain(run.status.words)) \(proof)

            - The same study and files give the same bytes; the digests in `data-log.csv` say whether they are the same.
            - `hubplan report` measures the plan afresh and stops when a figure differs.
            - [ ] `hubplan verify` was run by somebody else and ended with 0: \(Self.blank)
            - [ ] Rows read and dropped were compared with the publishers' totals: \(Self.blank)
            - [ ] A few areas were worked through by hand: \(Self.blank)
            """
    }

    private var validation: String {
        """
        ## Validation: is it the right thing to work out?

        Minutes are \(Self.plain(run.parameters.travelQuality.title)): \(Self.plain(run.parameters.travelQuality.source)). \
        They have not been compared with journeys that families here make.

        - [ ] Journeys known to local people were compared: \(Self.blank)
        - [ ] Residents and those who would run the hubs saw the places: \(Self.blank)
        - [ ] The sites were looked at on the ground: \(Self.blank)
        """
    }

    private var uncertainty: String {
        let bands = run.parameters.travelQuality.errorBands.map { band in
            "- Minutes may be off by \(Self.percent(band.fraction))\(band.mode.map { " \($0)" } ?? "") either way."
        }
        let gap = run.status.gap.map { gap in
            gap == 0
                ? "- None from the search: no list that keeps the rules does better on these figures."
                : "- From the search: another list could do better by at most \(Self.percent(gap)) of what is made least."
        }
        let shares = run.services.flatMap { service in
            service.shares.filter { $0.borderlineInside + $0.borderlineOutside > 0 }.map { share in
                "- \(Self.plain(service.title)), \(Self.plain(run.rules[share.rule].title)): \(share.inside) of \(share.hubs) "
                    + "hubs inside, from \(share.inside - share.borderlineInside) to "
                    + "\(share.inside + share.borderlineOutside) if those near a boundary fall the other way."
            }
        }
        let lines = bands + [gap ?? "- From the search: how much better another list could do is not known."] + shares
        return """
            ## Uncertainty

            \(lines.joined(separator: "\n"))
            - From assumptions: not worked out in one run. Solve again with other values of what is marked assumed.
            - From the dates of the data: children are counted as they were then, not as they will be.

            How the uncertainty bears on the decision: \(Self.blank)
            """
    }

    private var limits: String {
        """
        ## Limits

        - Each area is one point; within it some children live nearer, some farther.
        - Every child is counted at the nearest hub, whatever families would choose and however full it is.
        - Places come first: a building is a suggestion, nobody has asked its owner.
        - Standing in a doubly disadvantaged place is not the same as serving its children.
        - Groups are counted by small area, not person; `equality.html` says what that cannot show.
        - It answers the question in the study. What else should have been asked: \(Self.blank)
        """
    }

    private var communication: String {
        """
        ## Delivery and communication

        - Whoever publishes figures of this run gives their error with them, and says "estimated".
        - Where it is published, and what was changed after people read it: \(Self.blank)
        """
    }

    private var signOff: String {
        """
        ## Sign-off

        Fit for the purpose above: \(Self.blank)
        Name, role, date: \(Self.blank)
        """
    }

    /// Text of a study without what Markdown would read as marks.
    static func plain(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r": result += " "
            case "\\", "*", "_", "`", "[", "]", "<", ">", "#", "|": result += "\\" + String(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func cell(_ text: String) -> String { plain(text) }

    /// To a hundredth of a per cent, rounded up.
    private static func percent(_ fraction: Double) -> String {
        ((fraction * 10_000 - 1e-9).rounded(.up) / 100).plain + "%"
    }
}

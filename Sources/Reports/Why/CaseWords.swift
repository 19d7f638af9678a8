internal import HubModel

/// Why a plan has a site or has not, in plain words.
package struct CaseWords: Sendable {
    private let setting: CaseSetting
    private var service: Service { setting.region.services[setting.service] }

    package init(_ setting: CaseSetting) {
        self.setting = setting
    }

    /// For a terminal, a line each.
    package func lines(_ found: SiteCase) -> [String] {
        let site = setting.region.sites[Int(found.site)]
        let name = "\(setting.region.label(of: site)) (\(site.id))"
        var lines = [
            "\(name) is \(found.isChosen ? "" : "not ")\(hubs)."
        ]
        switch found.standing {
        case .free: break
        case .lockedIn: lines.append("It was not chosen: it stands today, or the study requires it.")
        case .lockedOut: lines.append("The study rules it out; asked all the same:")
        }
        if let everyone = found.everyone { lines.append(serves(everyone, withoutCar: found.withoutCar)) }
        lines += found.isChosen ? without(found) : with(found)
        return lines + setting.remarks
    }

    /// "one of the 4 Young Futures hubs", "the plan's Young Futures hub".
    private var hubs: String {
        return setting.hubs == 1
            ? "the plan's \(service.title)"
            : "one of the \(Words.count(setting.hubs)) \(Words.plural(service.title))"
    }

    private func serves(_ everyone: TravelFigures, withoutCar: TravelFigures?) -> String {
        let mean =
            everyone.meanMinutes.map { "; their mean is \(Words.decimal($0, digits: 1)) minutes there and back" } ?? ""
        let without = withoutCar.map { ", \(Words.count($0.children)) of them without a car at home" } ?? ""
        return
            "It serves \(Words.count(everyone.children)) \(service.people)\(without). \(Words.count(everyone.reached)) have "
            + "it within \(Words.limit(service.reachLimit))\(mean)."
    }

    private func without(_ found: SiteCase) -> [String] {
        if let clash = found.clash { return ["It cannot fall through: no list keeps the rules without it. \(clash)"] }
        var lines: [String] = []
        if let single = found.single {
            lines.append(
                "If it falls through and the other hubs stay, \(names(single.gained)) stands in for it best: \(cost(single))."
            )
        }
        if let anew = found.anew {
            let moves = anew.lost.filter { $0 != found.site }
            let also = moves.isEmpty ? "" : " in place of it and of \(names(moves))"
            lines.append("The best list found without it has \(names(anew.gained))\(also): \(cost(anew)).")
        }
        return lines + [certainty(found, "lists without it that keep the rules", loss: "losing it costs")]
    }

    private func with(_ found: SiteCase) -> [String] {
        if let clash = found.clash { return ["It cannot be had: no list keeps the rules with it. \(clash)"] }
        var lines: [String] = []
        if let single = found.single {
            lines.append(
                "If it must be in and the other hubs stay, \(names(single.lost)) gives way best: \(cost(single)).")
        }
        if let anew = found.anew {
            let others = anew.gained.filter { $0 != found.site }
            let also = others.isEmpty ? "" : ", with \(names(others)) coming in beside it"
            lines.append("The best list found with it does without \(names(anew.lost))\(also): \(cost(anew)).")
        }
        return lines + [certainty(found, "lists with it that keep the rules", loss: "having it costs")]
    }

    /// "340 young people fewer within 160 minutes, and +0.12 minutes on average"
    private func cost(_ change: SiteCase.Change) -> String {
        guard let reached = change.reached else { return "its figures were not worked out" }
        let children = "\(Words.count(abs(reached))) \(reached < 0 ? "fewer" : "more")"
        let within = "\(service.people) within \(Words.limit(service.reachLimit))"
        let sentence = reached == 0 ? "as many \(within)" : "\(children) \(within)"
        return sentence + (change.minutes.map { ", and \(Words.signed($0, digits: 2)) minutes on average" } ?? "")
    }

    /// What is proved of the cost, in the unit of the objective.
    private func certainty(_ found: SiteCase, _ lists: String, loss: String) -> String {
        guard let most = found.most else { return "Nothing is proved: no list with the change is known yet." }
        guard let least = found.least else { return "Not proved: of all \(lists), another may do better." }
        if least == most {
            return most == 0
                ? "Proved: of all \(lists) some do as well as this plan in what it was made for."
                : "Proved: of all \(lists), none does better than \(amount(most))."
        }
        return "Known between bounds: \(loss) at least \(amount(least)) and at most \(amount(most))."
    }

    /// "340 young people within the limit", "0.25 minutes on average"
    func amount(_ value: Double) -> String {
        switch setting.unit {
        case .reached:
            let people = service.isNeedWeighted ? service.weightTitle : service.people
            return
                "\(Words.decimal(value.magnitude, digits: 0)) \(value < 0 ? "more" : "fewer") \(people) within the limit"
        case .meanMinutes: return "\(Words.signed(value, digits: 3)) minutes on average"
        case .score: return "\(Words.signed(value, digits: 3)) per cent of the objective"
        }
    }

    private func names(_ sites: [UInt32]) -> String {
        Words.list(sites.map { setting.region.label(of: setting.region.sites[Int($0)]) }, atMost: 4)
    }
}

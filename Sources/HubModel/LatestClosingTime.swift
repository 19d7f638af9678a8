/// How late the sessions of one site can close so that a share of the children who go there still get home by bus or on
/// foot. Children with no way there and home count among them, and never get home.
package struct LatestClosingTime: Hashable, Sendable {
    /// Index into `Region.sites`.
    package var site: UInt32
    /// From 0 to 1.
    package var share: Double
    /// Of households without a car.
    package var withoutCar: Group
    /// Of all households, none of whose children is driven home.
    package var everyone: Group

    /// Some of the children.
    package struct Group: Hashable, Sendable {
        package var children: Int64
        /// Whole minutes after midnight, at most 1440, when sessions can close at any hour of the evening; nil where no
        /// closing time gets the share home, or there are no children.
        package var minute: Int?

        /// - Parameters:
        ///   - children: how many there are.
        ///   - minute: whole minutes after midnight.
        package init(children: Int64, minute: Int?) {
            self.children = children
            self.minute = minute
        }

        /// On a clock: "20:01", "24:00" where sessions can close at any hour of the evening; nil where there is none.
        package var clock: String? {
            minute.map { minute in
                let (hour, rest) = (minute / 60, minute % 60)
                return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
            }
        }
    }

    /// - Parameters:
    ///   - site: index into `Region.sites`.
    ///   - share: that must get home, from 0 to 1.
    ///   - withoutCar: of households without a car.
    ///   - everyone: of all households.
    package init(site: UInt32, share: Double, withoutCar: Group, everyone: Group) {
        self.site = site
        self.share = share
        self.withoutCar = withoutCar
        self.everyone = everyone
    }
}

internal import ArgumentParser

/// Makes instances in the folders that `placement` and the peers read.
struct MakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Makes an instance from a seed: the same bytes on every machine.",
        subcommands: [MakeRandom.self, MakeGap.A.self, MakeGap.B.self, MakeGap.C.self, MakeChessboard.self])
}

/// What every kind is told.
struct MakeOptions: ParsableArguments {
    @Option(help: "Sites to open; each kind has its own number when left out.")
    var p: Int?

    @Option(help: "Another seed makes another instance of the same kind.")
    var seed: UInt64 = 1

    @Option(help: "Folder to write, made when it is missing.")
    var out: String

    /// - Throws: when more sites are asked for than there are.
    func count(else own: Int, of sites: Int) throws -> Int {
        let count = p ?? own
        guard (1...sites).contains(count) else {
            throw ValidationError("--p is \(count): give a number from 1 to \(sites), the sites there are.")
        }
        return count
    }
}

struct MakeRandom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "random", abstract: "Points in a square of 100 km, each a site too, half of those opened flagged.")

    @Option(help: "Demand points, and as many sites.")
    var points = 500

    @Option(help: "uniform or clustered.")
    var kind = ScatteredInstance.Kind.uniform

    @Option(help: "Sites in disadvantaged places, per cent.")
    var disadvantaged = 6

    @OptionGroup var options: MakeOptions

    func validate() throws {
        guard (1...100_000).contains(points) else {
            throw ValidationError("--points is \(points): give a number from 1 to 100,000.")
        }
        guard (0...100).contains(disadvantaged) else {
            throw ValidationError("--disadvantaged is \(disadvantaged): give per cent from 0 to 100.")
        }
    }

    func run() throws {
        let count = try options.count(else: max(1, points / 20), of: points)
        try ScatteredInstance.make(
            points: points, kind: kind, seed: options.seed, count: count, percentDisadvantaged: disadvantaged
        ).write(to: options.out)
    }
}

extension ScatteredInstance.Kind: ExpressibleByArgument {}

/// One command a class: they differ in their help alone.
enum MakeGap {
    struct A: ParsableCommand {
        static let configuration = MakeGap.configuration(.gapA, "each area has exactly --pairs sites that serve it")
        @OptionGroup var size: GapOptions
        func run() throws { try size.write(.gapA) }
    }

    struct B: ParsableCommand {
        static let configuration = MakeGap.configuration(.gapB, "each site serves exactly --pairs areas")
        @OptionGroup var size: GapOptions
        func run() throws { try size.write(.gapB) }
    }

    struct C: ParsableCommand {
        static let configuration = MakeGap.configuration(.gapC, "both at once")
        @OptionGroup var size: GapOptions
        func run() throws { try size.write(.gapC) }
    }

    private static func configuration(_ kind: HardInstance, _ rule: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: kind.rawValue, abstract: "A large duality gap (Kochetov and Ivanenko 2003): \(rule).")
    }
}

struct GapOptions: ParsableArguments {
    @Option(help: "Areas, and as many sites.")
    var size = 100

    @Option(help: "Pairs that serve, at a cost of 0 to 4; all others are as good as unreachable.")
    var pairs = 10

    @OptionGroup var options: MakeOptions

    func validate() throws {
        guard (1...5_000).contains(size) else {
            throw ValidationError("--size is \(size): give a number from 1 to 5,000.")
        }
        guard (1...size).contains(pairs) else {
            throw ValidationError("--pairs is \(pairs): give a number from 1 to --size, \(size).")
        }
    }

    func write(_ kind: HardInstance) throws {
        let count = try options.count(else: max(1, size * kind.tenthsOfPerfect / (10 * pairs)), of: size)
        try kind.make(size: size, pairs: pairs, count: count, seed: options.seed).write(to: options.out)
    }
}

struct MakeChessboard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chessboard",
        abstract: "Kings on a torus that together reach every field (Kochetov and Ivanenko 2003).")

    @Option(help: "Fields along a side, a multiple of 3.")
    var side = 12

    @OptionGroup var options: MakeOptions

    func validate() throws {
        guard (3...60).contains(side), side % 3 == 0 else {
            throw ValidationError("--side is \(side): give a multiple of 3 from 3 to 60.")
        }
    }

    func run() throws {
        let count = try options.count(else: side * side / 9, of: side * side)
        try HardInstance.chessboard.make(size: side, pairs: 9, count: count, seed: options.seed)
            .write(to: options.out)
    }
}

import Foundation
import Spatial
import Testing

@testable import Reports

@Suite("Tables as files")
struct TableFilesTests {
    private let tables = RunTables.files(RunView(SampleRun.record()))

    @Test("Every column of a file says what it means, numbers of what, and no two share a name")
    func everyColumnIsExplained() {
        for table in tables {
            #expect(!table.name.isEmpty)
            #expect(Set(table.columns.map(\.key)).count == table.columns.count)
            for column in table.columns {
                #expect(column.meaning.hasSuffix("."), "\(table.name).csv, \(column.key)")
                #expect(column.kind != .decimal || column.unit != nil, "\(table.name).csv, \(column.key)")
            }
        }
    }

    @Test("The tables that a run has")
    func tablesOfARun() {
        #expect(tables.map(\.name) == ["hubs", "groups", "equality", "assignments", "travel", "candidates"])
    }

    @Test("A number is written as the schema says: whole or not, blank where unknown")
    func cellsKeepTheirKind() {
        for table in tables {
            for row in table.rows {
                for (column, cell) in zip(table.columns, row) where !cell.field.isEmpty {
                    switch column.kind {
                    case .text: break
                    case .whole: #expect(Int64(cell.field) != nil, "\(column.key): \(cell.field)")
                    case .decimal: #expect(Double(cell.field) != nil, "\(column.key): \(cell.field)")
                    }
                }
            }
        }
    }

    @Test("Residents' words are no formula to a spreadsheet, and numbers stay numbers")
    func textIsNoFormula() {
        let table = Table(
            name: "voices", caption: "",
            columns: [.text("words", "Words", "."), .whole("count", "Count", unit: "children", ".")],
            rows: [[.text("=1+1"), .whole(-3)], [.text("too far, by bus"), .whole(4)]])
        #expect(table.csv == "words,count\n'=1+1,-3\n\"too far, by bus\",4\n")
    }

    @Test("The package lists each file with its columns in order")
    func packageNamesEveryColumn() throws {
        let text = TablePackage.json(tables.map(\.description), name: "hubplan-run", title: "", description: "")
        let package = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.compactMap { $0["path"] as? String } == tables.map { $0.name + ".csv" })
        for (table, resource) in zip(tables, resources) {
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.compactMap { $0["name"] as? String } == table.columns.map(\.key))
        }
    }

    @Test("The spreadsheet holds what the CSV files hold, a sheet each")
    func sheetsHoldTheSame() throws {
        try Scratch.folder { scratch in
            let path = scratch + "/tables.ods"
            try TableSheets.write(tables, to: path)
            #expect(try VectorFile.layerNames(path) == tables.map(\.name))
            for table in tables {
                let sheet = try VectorFile.read(path, layer: table.name)
                #expect(sheet.count == table.rows.count)
                for (index, column) in table.columns.enumerated() where column.kind == .text {
                    let written = sheet.column(column.key)?.map { $0 ?? "" }
                    #expect(written == table.rows.map { $0[index].field }, "\(table.name), \(column.key)")
                }
            }
        }
    }
}

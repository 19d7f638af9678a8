extension Table {
    /// Scrolls sideways by itself on a narrow screen, reached by keyboard.
    var html: HTML {
        let head = columns.map { column -> HTML in
            "<th scope=\"col\"\(Table.numberClass(column.isNumber))>\(column.title)</th>"
        }
        let body = rows.map { row -> HTML in
            let cells = zip(columns, row).enumerated().map { index, pair -> HTML in
                let (column, cell) = pair
                let attributes = Table.numberClass(column.isNumber)
                return index == heading
                    ? "<th scope=\"row\"\(attributes)>\(cell.words)</th>" : "<td\(attributes)>\(cell.words)</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return """
            <div class="table" role="region" tabindex="0" aria-label="\(caption)">
            <table>
            <caption><span>\(caption)</span></caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body)</tbody>
            </table>
            </div>

            """
    }

    private static func numberClass(_ isNumber: Bool) -> HTML {
        isNumber ? " class=\"n\"" : ""
    }
}

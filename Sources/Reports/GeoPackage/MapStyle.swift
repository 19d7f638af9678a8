/// A style as QGIS stores it, so that a layer opens in fitting colours.
struct MapStyle: Sendable {
    enum Symbol: Sendable {
        /// A filled area with a thin edge; colours as `#rrggbb`.
        case area(fill: String, edge: String, edgeMillimetres: Double)
        /// An edge without a filling.
        case outline(edge: String, millimetres: Double)
        case line(colour: String, millimetres: Double, opacity: Double)
        /// `shape` is QGIS's own word: circle, square, diamond.
        case marker(shape: String, fill: String, edge: String, millimetres: Double)
    }

    enum Renderer: Sendable {
        case single(Symbol)
        /// Classes of a number; the upper edge of a class belongs to it.
        case graduated(field: String, classes: [(lower: Double, upper: Double, title: String, symbol: Symbol)])
        case categories(field: String, classes: [(value: String, title: String, symbol: Symbol)])
    }

    var name: String
    var renderer: Renderer

    /// The document for a `layer_styles` row. Text in it is escaped as in any markup.
    var qml: String {
        let body: HTML =
            switch renderer {
            case .single(let symbol):
                """
                <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
                <symbols>
                \(MapStyle.symbol(symbol, name: "0"))</symbols>
                </renderer-v2>

                """
            case .graduated(let field, let classes): MapStyle.graduated(field, classes)
            case .categories(let field, let classes): MapStyle.categories(field, classes)
            }
        let document: HTML = """
            <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
            <qgis version="3.22.0" styleCategories="Symbology">
            \(body)<layerGeometryType>\(geometryType)</layerGeometryType>
            </qgis>

            """
        return document.text
    }

    /// QGIS numbers points 0, lines 1, polygons 2.
    private var geometryType: Int {
        let first: Symbol? =
            switch renderer {
            case .single(let symbol): symbol
            case .graduated(_, let classes): classes.first?.symbol
            case .categories(_, let classes): classes.first?.symbol
            }
        return switch first {
        case .marker, nil: 0
        case .line: 1
        case .area, .outline: 2
        }
    }

    private static func graduated(
        _ field: String, _ classes: [(lower: Double, upper: Double, title: String, symbol: Symbol)]
    ) -> HTML {
        let ranges = classes.enumerated().map { index, item -> HTML in
            """
            <range lower="\(fixed(item.lower))" upper="\(fixed(item.upper))" symbol="\(index)" label="\(item.title)" \
            render="true"/>

            """
        }
        let symbols = classes.enumerated().map { symbol($1.symbol, name: String($0)) }
        return """
            <renderer-v2 type="graduatedSymbol" attr="\(field)" graduatedMethod="GraduatedColor" symbollevels="0" \
            enableorderby="0" forceraster="0">
            <ranges>
            \(ranges)</ranges>
            <symbols>
            \(symbols)</symbols>
            </renderer-v2>

            """
    }

    private static func categories(
        _ field: String, _ classes: [(value: String, title: String, symbol: Symbol)]
    ) -> HTML {
        let items = classes.enumerated().map { index, item -> HTML in
            """
            <category value="\(item.value)" type="string" symbol="\(index)" label="\(item.title)" render="true"/>

            """
        }
        let symbols = classes.enumerated().map { symbol($1.symbol, name: String($0)) }
        return """
            <renderer-v2 type="categorizedSymbol" attr="\(field)" symbollevels="0" enableorderby="0" forceraster="0">
            <categories>
            \(items)</categories>
            <symbols>
            \(symbols)</symbols>
            </renderer-v2>

            """
    }

    private static func symbol(_ symbol: Symbol, name: String) -> HTML {
        let (type, kind, opacity, options): (String, String, Double, [(String, String)]) =
            switch symbol {
            case .area(let fill, let edge, let width):
                (
                    "fill", "SimpleFill", 1,
                    [
                        ("color", rgba(fill)), ("style", "solid"), ("outline_color", rgba(edge)),
                        ("outline_style", "solid"), ("outline_width", fixed(width)), ("outline_width_unit", "MM"),
                    ]
                )
            case .outline(let edge, let width):
                (
                    "fill", "SimpleFill", 1,
                    [
                        ("style", "no"), ("outline_color", rgba(edge)), ("outline_style", "dash"),
                        ("outline_width", fixed(width)), ("outline_width_unit", "MM"),
                    ]
                )
            case .line(let colour, let width, let opacity):
                (
                    "line", "SimpleLine", opacity,
                    [
                        ("line_color", rgba(colour)), ("line_style", "solid"), ("line_width", fixed(width)),
                        ("line_width_unit", "MM"), ("capstyle", "round"),
                    ]
                )
            case .marker(let shape, let fill, let edge, let size):
                (
                    "marker", "SimpleMarker", 1,
                    [
                        ("name", shape), ("color", rgba(fill)), ("outline_color", rgba(edge)),
                        ("outline_style", "solid"), ("outline_width", "0.4"), ("outline_width_unit", "MM"),
                        ("size", fixed(size)), ("size_unit", "MM"),
                    ]
                )
            }
        let members = options.map { key, value -> HTML in
            "<Option type=\"QString\" name=\"\(key)\" value=\"\(value)\"/>\n"
        }
        return """
            <symbol type="\(type)" name="\(name)" alpha="\(fixed(opacity))" clip_to_extent="1" force_rhr="0">
            <layer class="\(kind)" enabled="1" pass="0" locked="0">
            <Option type="Map">
            \(members)</Option>
            </layer>
            </symbol>

            """
    }

    /// `#rrggbb` as QGIS writes it: `255,0,0,255`.
    private static func rgba(_ colour: String) -> String {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        return "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255),255"
    }

    private static func fixed(_ value: Double) -> String {
        Table.Cell.fixed(value, digits: 2)
    }
}

namespace CoachBot.Infrastructure.Export;

/// <summary>A sheet of the workbook: a name, column heads, and rows of cells of which an empty one is null.</summary>
internal sealed record PackTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>The rows as cells by column head.</summary>
    public IEnumerable<PackRow> Read() => Rows.Select(cells => new PackRow(this, cells));
}

/// <summary>One row of a table.</summary>
internal sealed class PackRow(PackTable table, IReadOnlyList<string?> cells)
{
    /// <summary>A cell; null when it is empty or the table has no such column.</summary>
    public string? this[string column]
    {
        get
        {
            var at = table.Columns.ToList().IndexOf(column);
            return at >= 0 && at < cells.Count && !string.IsNullOrWhiteSpace(cells[at]) ? cells[at]!.Trim() : null;
        }
    }

    /// <summary>A cell that holds one item a line.</summary>
    public List<string> Lines(string column) =>
        (this[column] ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
}

using System.Data.Common;

namespace CoachBot.Infrastructure.Storage;

/// <summary>Columns as the house's types.</summary>
internal static class RowReading
{
    /// <summary>A text that may be absent.</summary>
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A time.</summary>
    public static DateTimeOffset Time(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>A truth value.</summary>
    public static bool Truth(this DbDataReader row, int column) => row.GetInt64(column) != 0;

    /// <summary>An enum that may be absent.</summary>
    public static T? Choice<T>(this DbDataReader row, int column) where T : struct, Enum =>
        row.IsDBNull(column) ? null : (T)Enum.ToObject(typeof(T), row.GetInt64(column));
}

namespace CoachBot.Infrastructure.Storage;

/// <summary>
/// One SQL statement that both databases understand, values in the order of <c>$1</c>, <c>$2</c>, ... A constant text: it is the key
/// under which the prepared form is kept. Times become milliseconds since 1970, truth values and enums numbers.
/// </summary>
internal readonly struct Statement(string sql, params object?[] values)
{
    /// <summary>The text.</summary>
    public string Sql { get; } = sql;

    /// <summary>The values: string, long, double, byte[] or null.</summary>
    public object?[] Values { get; } = Plain(values);

    private static object?[] Plain(object?[] values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = values[at] switch
            {
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                bool truth => truth ? 1L : 0L,
                int number => (long)number,
                Enum value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
                var other => other,
            };
        }

        return values;
    }
}

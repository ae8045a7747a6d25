namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>A text as a vector of length one: known features, weighted by rarity.</summary>
internal static class FeatureVector
{
    /// <summary>Rows and values of the known features.</summary>
    public static (int[] Rows, float[] Values) Of(IReadOnlyList<string> features, FeatureTable known, float[] idf)
    {
        var rows = new List<int>(features.Count);
        foreach (var feature in features)
        {
            var row = known.Find(feature);
            if (row >= 0)
            {
                rows.Add(row);
            }
        }

        return Of([.. rows], idf);
    }

    /// <summary>Values of rows that are known already.</summary>
    public static (int[] Rows, float[] Values) Of(int[] rows, float[] idf)
    {
        var values = new float[rows.Length];
        var squares = 0f;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = idf[rows[i]];
            squares += values[i] * values[i];
        }

        var length = MathF.Sqrt(squares);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= length;
        }

        return (rows, values);
    }
}

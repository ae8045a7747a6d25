namespace CoachBot.Infrastructure.Search.Indexing;

/// <summary>Field names of the Lucene documents.</summary>
internal static class Fields
{
    /// <summary>The case's or redirect's id, readable for any document without opening what is stored.</summary>
    public const string Id = "id";

    /// <summary>Characters, pairs and stems of both languages.</summary>
    public const string Text = "text";

    /// <summary>Terms of the glossary.</summary>
    public const string Concepts = "concepts";

    /// <summary>The sound of character pairs, asked only for pairs nobody wrote.</summary>
    public const string Sounds = "sounds";

    /// <summary>An alternate as it was written, stored for explanations.</summary>
    public const string Wording = "wording";
}

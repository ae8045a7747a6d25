using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>Field names of a library's documents. A case is a block: its own document, then one for each way of asking.</summary>
internal static class LibraryFields
{
    /// <summary>The id, on every document of the block, so that one term deletes or replaces all of it.</summary>
    public const string Id = "id";

    /// <summary>The id again, readable for any document without opening what is stored.</summary>
    public const string Name = "name";

    /// <summary>How many documents stand between this one and its case's own.</summary>
    public const string Place = "place";

    /// <summary>Terms and concepts of a whole case.</summary>
    public const string Text = "text";

    /// <summary>Terms, concepts and sounds of one way of asking.</summary>
    public const string Asks = "asks";

    /// <summary>The case as JSON, stored; a redirect has none.</summary>
    public const string Card = "card";

    /// <summary>Its alternates as JSON, stored where there are any.</summary>
    public const string Alternates = "alternates";

    /// <summary>Which of <see cref="Card"/> and <see cref="Alternates"/> a document holds: what lists all of them.</summary>
    public const string Holds = "holds";

    /// <summary>A way of asking as it was written, stored.</summary>
    public const string Wording = "wording";

    /// <summary>Frequencies, but no positions: nobody asks a library for phrases, and they would be half of the index.</summary>
    public static FieldType Terms { get; } = new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS }.Frozen();

    private static FieldType Frozen(this FieldType type)
    {
        type.Freeze();
        return type;
    }
}

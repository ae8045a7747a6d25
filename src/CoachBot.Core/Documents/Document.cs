namespace CoachBot.Core.Documents;

/// <summary>What a piece of a document was in its file.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading by its style or place: a Word heading, a slide's title, <c>h1</c>.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table, its cells joined by <c> | </c>.</summary>
    TableRow,
}

/// <summary>A piece of a document, in reading order.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Text">Its text.</param>
/// <param name="Page">Page, slide or sheet, counted from 1, where the format knows it.</param>
public sealed record Block(BlockKind Kind, string Text, int? Page = null);

/// <summary>A document as its file had it, before anything is cleaned.</summary>
/// <param name="Name">Name that passage ids begin with.</param>
/// <param name="Blocks">Its pieces, in reading order.</param>
public sealed record Document(string Name, IReadOnlyList<Block> Blocks);

namespace CoachBot.Core.Documents;

/// <summary>Why a file was not read.</summary>
public enum RefusalReason
{
    /// <summary>No reader knows files of this name.</summary>
    UnknownFormat,

    /// <summary>More bytes, unpacked bytes, pages or characters than the bounds allow.</summary>
    TooLarge,

    /// <summary>The file is damaged, or is not what its name says.</summary>
    Broken,

    /// <summary>A password is needed.</summary>
    Encrypted,

    /// <summary>A PDF of pictures: pages, but no text on them.</summary>
    Scanned,

    /// <summary>Neither UTF-8, UTF-16 nor GB18030, or no text at all.</summary>
    UnknownEncoding,

    /// <summary>The file is in order but says nothing.</summary>
    Empty,

    /// <summary>Reading stood still and was given up.</summary>
    TooSlow,

    /// <summary>The disk did not hand the file out.</summary>
    Unreadable,
}

/// <summary>What became of reading one file.</summary>
public abstract record DocumentOutcome
{
    private DocumentOutcome()
    {
    }

    /// <summary>The file was read.</summary>
    /// <param name="Document">What it says.</param>
    public sealed record Read(Document Document) : DocumentOutcome;

    /// <summary>The file was not read.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record Refused(RefusalReason Reason) : DocumentOutcome;
}

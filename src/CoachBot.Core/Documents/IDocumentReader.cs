namespace CoachBot.Core.Documents;

/// <summary>Reads one file format.</summary>
public interface IDocumentReader
{
    /// <summary>Endings of the file names it reads, with the dot, in small letters.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>
    /// Reads one file. It may throw for a damaged one: <see cref="DocumentGate"/> stands between it and everybody else.
    /// </summary>
    /// <param name="name">The document's name.</param>
    /// <param name="content">The file.</param>
    /// <param name="pulse">To be beaten as the work goes on; a reader that falls silent is given up.</param>
    DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse);
}

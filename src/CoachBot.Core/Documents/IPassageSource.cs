namespace CoachBot.Core.Documents;

/// <summary>Where the passages of raw documents come from.</summary>
public interface IPassageSource
{
    /// <summary>Reads all documents. Never throws for what stands in a file: that is a <see cref="DocumentProblem"/>.</summary>
    PassageReading Read(CancellationToken cancel);
}

/// <summary>A document that gave no passages.</summary>
/// <param name="File">Path relative to the folder read, with forward slashes.</param>
/// <param name="Reason">Why not.</param>
public sealed record DocumentProblem(string File, RefusalReason Reason);

/// <summary>What reading a folder of documents gave.</summary>
/// <param name="Passages">The passages, document by document.</param>
/// <param name="Problems">The files that gave none.</param>
public sealed record PassageReading(IReadOnlyList<Passage> Passages, IReadOnlyList<DocumentProblem> Problems);

using System.Security.Cryptography;
using CoachBot.Core.Documents;
using CoachBot.Core.Documents.Import;

namespace CoachBot.Infrastructure.Documents;

/// <summary>
/// A folder of raw documents, as passages: <c>knowledge/documents/</c>. A file that did not change since the last look is not
/// read again; its content's hash tells.
/// </summary>
public sealed class DocumentFolder(string folder, DocumentGate gate) : IPassageSource
{
    private readonly DiskFiles _disk = new();
    private readonly Lock _lock = new();
    private Dictionary<string, Known> _known = [];

    /// <inheritdoc />
    public PassageReading Read(CancellationToken cancel)
    {
        lock (_lock)
        {
            var files = _disk.Find(folder);
            var names = DocumentNames.Of(files.Select(file => file.Name).ToList());
            var known = new Dictionary<string, Known>(StringComparer.Ordinal);
            var passages = new List<Passage>();
            var problems = new List<DocumentProblem>();
            foreach (var file in files)
            {
                var found = Look(file, names[file.Name], known, cancel);
                passages.AddRange(found.Passages);
                if (found.Refusal is { } reason)
                {
                    problems.Add(new DocumentProblem(file.Name, reason));
                }
            }

            _known = known;
            return new PassageReading(passages, problems);
        }
    }

    private Known Look(DocumentFile file, string name, Dictionary<string, Known> known, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!gate.Knows(file.Path))
        {
            return new Known([], RefusalReason.UnknownFormat);
        }

        if (file.Bytes > DocumentGate.MostBytes)
        {
            return new Known([], RefusalReason.TooLarge);
        }

        if (_disk.Read(file) is not { } content)
        {
            return new Known([], RefusalReason.Unreadable);
        }

        var key = $"{Convert.ToHexStringLower(SHA256.HashData(content))} {file.Name} {name}";
        return known[key] = _known.TryGetValue(key, out var same) ? same : Open(file, name, content, cancel);
    }

    private Known Open(DocumentFile file, string name, byte[] content, CancellationToken cancel) =>
        gate.Open(name, file.Path, content, cancel) switch
        {
            DocumentOutcome.Refused refused => new Known([], refused.Reason),
            DocumentOutcome.Read read when PassageCutter.Cut(read.Document) is { Count: > 0 } passages => new Known(passages, null),
            _ => new Known([], RefusalReason.Empty),
        };

    private sealed record Known(IReadOnlyList<Passage> Passages, RefusalReason? Refusal);
}

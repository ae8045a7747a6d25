using CoachBot.Core.Documents.Import;

namespace CoachBot.Infrastructure.Documents;

/// <summary>The files on disk. Hidden files and the lock files of office programs are no documents.</summary>
public sealed class DiskFiles : IDocumentFiles
{
    private const int MostDepth = 8;

    /// <inheritdoc />
    public IReadOnlyList<DocumentFile> Find(string path)
    {
        try
        {
            return File.Exists(path) ? [Of(path, Path.GetFileName(path))] : Below(path).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    /// <inheritdoc />
    public byte[]? Read(DocumentFile file)
    {
        try
        {
            return File.ReadAllBytes(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<DocumentFile> Below(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MostDepth };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => Of(path, Path.GetRelativePath(folder, path).Replace('\\', '/')));
    }

    private static DocumentFile Of(string path, string name) => new(path, name, new FileInfo(path).Length);
}

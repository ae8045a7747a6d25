namespace CoachBot.Core.Documents;

/// <summary>Names documents after their files, as short as they can be told apart.</summary>
public static class DocumentNames
{
    /// <summary>The name of each file: without folder and ending where that is unique.</summary>
    /// <param name="files">Paths relative to a folder, with forward slashes.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyCollection<string> files)
    {
        Func<string, string>[] forms = [Path.GetFileNameWithoutExtension, Path.GetFileName, file => file.Replace('/', '-')];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            var unnamed = files.Where(file => !names.ContainsKey(file)).ToList();
            foreach (var file in unnamed.GroupBy(file => form(file), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() == 1).Select(group => group.Single()))
            {
                names[file] = Clean(form(file));
            }
        }

        foreach (var file in files)
        {
            names.TryAdd(file, Clean(file));
        }

        return names;
    }

    // What stands before the # of a passage's id must not hold another, nor a line end.
    private static string Clean(string name)
    {
        var clean = string.Concat(name.Select(character => character == '#' || char.IsControl(character) ? '-' : character)).Trim();
        return clean.Length == 0 ? "document" : clean;
    }
}

using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Knowledge;

namespace CoachBot.Infrastructure.Export;

/// <summary>The whole pack as an Excel workbook that can be edited and read back without loss.</summary>
public static class PackWorkbook
{
    /// <summary>Writes the workbook.</summary>
    public static void Write(KnowledgePack pack, string path) => WorkbookFile.Write(path, [.. CaseTables.Of(pack.Cases), .. LexiconTables.Of(pack)]);

    /// <summary>Writes the files of a knowledge folder from a workbook and reads that folder as the bot would.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="folder">The knowledge folder; files of the same names are replaced, others stay.</param>
    /// <exception cref="FormatException">The file is no workbook of this kind.</exception>
    public static KnowledgeReading Import(string path, string folder)
    {
        foreach (var (name, text) in PackFiles.Of(Tables(path)).ToList())
        {
            var target = Path.GetFullPath(Path.Combine(folder, name));
            if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new FormatException(ProblemTexts.Format("BadId", Path.GetFileNameWithoutExtension(name)));
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }

        return new KnowledgeFolder(folder).Read();
    }

    private static List<PackTable> Tables(string path)
    {
        try
        {
            var tables = WorkbookFile.Read(path);
            return tables.Exists(table => table.Name == CaseTables.Cases && table.Columns.Contains("id"))
                ? tables
                : throw new FormatException(ProblemTexts.Format("NoCasesSheet", path, CaseTables.Cases));
        }
        catch (Exception e) when (e is DocumentFormat.OpenXml.Packaging.OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or IOException)
        {
            throw new FormatException(ProblemTexts.Format("NoWorkbook", path, e.Message), e);
        }
    }
}

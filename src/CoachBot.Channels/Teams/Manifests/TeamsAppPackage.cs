using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Core.Language;

namespace CoachBot.Channels.Teams.Manifests;

/// <summary>Packs what an administrator uploads to Teams: the manifest, its texts in each language, the icons; all at the root of the zip.</summary>
public static class TeamsAppPackage
{
    private const string Manifest = "manifest.json";
    private const string Simplified = "zh-cn.json";
    private static readonly string[] Icons = ["color.png", "outline.png"];
    private static readonly string[] Traditional = ["zh-tw.json", "zh-hk.json"];

    // The same app gives the same bytes: a zip keeps no time before 1980.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the zip.</summary>
    /// <param name="folder">The folder with the template, the texts and the icons.</param>
    /// <param name="app">The bank's installation.</param>
    /// <param name="output">Where the zip goes; stays open.</param>
    public static void Write(string folder, TeamsApp app, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Put(zip, Manifest, Encoding.UTF8.GetBytes(Filled(File.ReadAllText(Path.Combine(folder, Manifest)), app)));
        var simplified = File.ReadAllText(Path.Combine(folder, Simplified));
        Put(zip, Simplified, Encoding.UTF8.GetBytes(simplified));
        foreach (var name in Traditional)
        {
            Put(zip, name, Encoding.UTF8.GetBytes(ToTraditional(simplified)));
        }

        foreach (var icon in Icons)
        {
            Put(zip, icon, File.ReadAllBytes(Path.Combine(folder, icon)));
        }
    }

    private static string Filled(string template, TeamsApp app)
    {
        (string Name, string Value)[] blanks =
        [
            ("appId", app.AppId.ToString()), ("host", app.Host), ("version", app.Version), ("developer", app.Developer),
            ("website", app.Website.ToString()), ("privacy", app.Privacy.ToString()), ("terms", app.Terms.ToString()),
        ];
        return blanks.Aggregate(template, (text, blank) =>
            text.Replace($"{{{{{blank.Name}}}}}", JsonEncodedText.Encode(blank.Value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), StringComparison.Ordinal));
    }

    // Taiwan and Hong Kong read the Chinese text in Traditional characters, with the words of their banks.
    private static string ToTraditional(string simplified)
    {
        var texts = JsonNode.Parse(simplified)!.AsObject();
        foreach (var name in texts.Select(text => text.Key).Where(name => name[0] != '$').ToList())
        {
            texts[name] = LanguageFaces.Show((string)texts[name]!, AnswerLanguage.ZhHant);
        }

        return texts.ToJsonString(Readable);
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Written;
        using var stream = entry.Open();
        stream.Write(content);
    }
}

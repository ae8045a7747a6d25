using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Manifests;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Manifests;

/// <summary>The app as an administrator uploads it.</summary>
public sealed class TeamsAppPackageTests
{
    private static readonly string Clients = RepositoryRoot.In("tests", "clients");
    private static readonly string Template = RepositoryRoot.In("manifests", "teams");
    private static readonly string[] LanguageFiles = ["zh-cn.json", "zh-tw.json", "zh-hk.json"];

    private static readonly TeamsApp App = new()
    {
        AppId = new Guid("33333333-3333-3333-3333-333333333333"),
        Host = "coach.bank.example",
        Version = "1.2.0",
        Developer = "Bank \"of\" Examples",
    };

    [Fact]
    [TeamsCheck(165, 167)]
    public async Task Manifest_AndItsLanguages_PassTheOfficialValidator()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Clients, "node_modules", "@microsoft", "app-manifest")), "Needs the clients: npm ci in tests/clients.");
        using var folder = new TemporaryFolder();
        using (var zip = Packed())
        {
            zip.ExtractToDirectory(folder.Path);
        }

        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Clients, "manifest-check.mjs"), folder.Path]) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, output);
    }

    [Fact]
    [TeamsCheck(165)]
    public void Manifest_SchemaAndVersion_Agree()
    {
        var manifest = Manifest();

        Assert.Contains($"/v{manifest["manifestVersion"]}/", (string)manifest["$schema"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Bank \"of\" Examples", (string?)manifest["developer"]!["name"]);
    }

    [Fact]
    [TeamsCheck(166)]
    public void Icons_AreWhatTeamsWants()
    {
        using var zip = Packed();
        Assert.All(zip.Entries, entry => Assert.Equal(entry.Name, entry.FullName));
        var color = Png.Read(Bytes(zip, (string)Manifest()["icons"]!["color"]!));
        var outline = Png.Read(Bytes(zip, (string)Manifest()["icons"]!["outline"]!));

        Assert.Equal((192, 192), (color.Width, color.Height));
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        Assert.All(outline.Pixels(), pixel => Assert.True(pixel.Alpha == 0 || pixel is { Red: 255, Green: 255, Blue: 255 }));
        Assert.Contains(outline.Pixels(), pixel => pixel.Alpha == 255);
        Assert.Contains(outline.Pixels(), pixel => pixel.Alpha == 0);
        Assert.All(color.Pixels(), pixel => Assert.Equal(255, pixel.Alpha));
    }

    [Fact]
    [TeamsCheck(167)]
    public void Languages_TranslateEveryTextThereIs()
    {
        using var zip = Packed();
        var wanted = Texts(Manifest(), "").ToHashSet();
        foreach (var file in LanguageFiles)
        {
            var texts = JsonNode.Parse(Bytes(zip, file))!.AsObject().Select(text => text.Key).Where(key => key[0] != '$').ToHashSet();
            Assert.Equal(wanted.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Languages_OfTaiwanAndHongKong_AreTraditional()
    {
        using var zip = Packed();

        Assert.Contains("客戶就在面前", (string)JsonNode.Parse(Bytes(zip, "zh-tw.json"))!["description.short"]!, StringComparison.Ordinal);
        Assert.Contains("客户就在面前", (string)JsonNode.Parse(Bytes(zip, "zh-cn.json"))!["description.short"]!, StringComparison.Ordinal);
    }

    [Fact]
    [TeamsCheck(169)]
    public void Manifest_IdsCommandsAndHosts_AreThoseOfTheBot()
    {
        var manifest = Manifest();
        var extension = manifest["composeExtensions"]![0]!;
        string[] handled = [SearchRequest.CommandId, CoachOnMessageInvoke.CommandId];
        string[] pages = ["websiteUrl", "privacyUrl", "termsOfUseUrl"];

        Assert.All([(string)manifest["bots"]![0]!["botId"]!, (string)extension["botId"]!], id => Assert.Equal(App.AppId.ToString(), id));
        Assert.Equal(handled, extension["commands"]!.AsArray().Select(command => (string)command!["id"]!));
        var hosts = manifest["validDomains"]!.AsArray().Select(host => (string)host!).ToList();
        Assert.All(pages, page => Assert.Contains(new Uri((string)manifest["developer"]![page]!).Host, hosts));
    }

    [Fact]
    public void Write_TheSameApp_GivesTheSameBytes() => Assert.Equal(Zip().ToArray(), Zip().ToArray());

    private static IEnumerable<string> Texts(JsonNode node, string path)
    {
        string[] translated = ["title", "description", "short", "full"];
        return node switch
        {
            JsonObject one => one.Where(member => member.Key is not ("developer" or "$schema")).SelectMany(member => member.Value is JsonValue value
                ? translated.Contains(member.Key) && value.GetValueKind() == System.Text.Json.JsonValueKind.String ? [$"{path}{member.Key}"] : Array.Empty<string>()
                : Texts(member.Value!, $"{path}{member.Key}{(member.Value is JsonArray ? "" : ".")}")),
            JsonArray many => many.SelectMany((item, at) => item is JsonObject ? Texts(item, $"{path}[{at}].") : []),
            _ => [],
        };
    }

    private static JsonObject Manifest()
    {
        using var zip = Packed();
        return JsonNode.Parse(Bytes(zip, "manifest.json"))!.AsObject();
    }

    private static ZipArchive Packed() => new(Zip());

    private static MemoryStream Zip()
    {
        var stream = new MemoryStream();
        TeamsAppPackage.Write(Template, App, stream);
        stream.Position = 0;
        return stream;
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var content = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}

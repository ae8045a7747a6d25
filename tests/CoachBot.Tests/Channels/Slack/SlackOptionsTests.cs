using CoachBot.Channels.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

public sealed class SlackOptionsTests
{
    [Theory]
    [InlineData("BotToken=xoxb-1", "Slack:SigningSecret is missing")]
    [InlineData("SigningSecret=s", "Slack:ClientId is missing|Slack:ClientSecret is missing|Slack:AppId is missing|Slack:PublicUrl is missing")]
    [InlineData("SigningSecret=s;ClientId=1;ClientSecret=2;AppId=A1", "Slack:PublicUrl is missing")]
    [InlineData("AppToken=xapp-1", "Slack:ClientId is missing")]
    [InlineData("SigningSecret=s;BotToken=xapp-1", "Slack:BotToken is an app-level token")]
    [InlineData("AppToken=xoxb-1;BotToken=xoxb-1", "Slack:AppToken begins with xapp-")]
    [InlineData("SigningSecret=s;BotToken=xoxb-1;ClientId=1", "Slack:BotToken and ClientId exclude each other")]
    [InlineData("SigningSecret=s;BotToken=xoxb-1;ApiUrl=http://slack.example/api/", "Slack:ApiUrl must be https")]
    [InlineData("SigningSecret=s;BotToken=xoxb-1;ApiUrl=https://slack.example/api", "Slack:ApiUrl must end with a slash")]
    [InlineData("SigningSecret=s;BotToken=xoxb-1;MaxRequestAge=01:00:00", "MaxRequestAge")]
    [InlineData("SigningSecret=s;ClientId=1;ClientSecret=2;AppId=A1;PublicUrl=http://coach.example", "Slack:PublicUrl must be https")]
    public void Options_HalfAConfiguration_StopsTheStartWithTheNames(string settings, string problems)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.All(problems.Split('|'), problem => Assert.Contains(problem, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("xoxb-1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("SigningSecret=s;BotToken=xoxb-1", true)]
    [InlineData("AppToken=xapp-1;BotToken=xoxb-1", true)]
    [InlineData("SigningSecret=s;ClientId=1;ClientSecret=2;AppId=A1;PublicUrl=https://coach.example", true)]
    public void Options_NoneOrWhole_AreAccepted(string settings, bool served) => Assert.Equal(served, Read(settings).IsSet);

    [Fact]
    public async Task AddSlack_WithoutSettings_MapsNothing()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSlack(builder.Configuration);
        await using var app = builder.Build();
        app.MapSlack();

        Assert.Empty(((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
        Assert.Empty(app.Services.GetServices<CoachBot.Core.Turns.IChannel>());
    }

    private static SlackOptions Read(string settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => KeyValuePair.Create("Slack:" + pair.Split('=', 2)[0], (string?)pair.Split('=', 2)[1])))
            .Build();
        return new ServiceCollection().AddSlack(configuration).BuildServiceProvider().GetRequiredService<IOptions<SlackOptions>>().Value;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Gradus.Rules;

namespace Gradus.Tests.Rules;

/// <summary>Keys of choices.</summary>
public sealed class KeysTests
{
    public static TheoryData<Type> Choices => [.. typeof(Keys).Assembly.GetExportedTypes().Where(IsWrittenAsKey)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void Of_EveryChoice_IsWhatDataHas(Type type)
    {
        var of = typeof(Keys).GetMethod(nameof(Keys.Of))!.MakeGenericMethod(type);
        foreach (var choice in Enum.GetValues(type))
        {
            JsonSerializer.Serialize(choice, type).ShouldBe($"\"{of.Invoke(null, [choice])}\"");
        }
    }

    private static bool IsWrittenAsKey(Type type) => type.IsEnum
        && type.GetCustomAttributes(typeof(JsonConverterAttribute), inherit: false) is [JsonConverterAttribute { ConverterType: { IsGenericType: true } converter }]
        && converter.GetGenericTypeDefinition() == typeof(Keys<>);
}

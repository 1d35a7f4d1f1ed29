using System.Reflection;
using System.Text.Json.Serialization;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>The code that the compiler writes for answers is used only where a room's context declares what the workbench writes with.</summary>
public sealed class WrittenAnswersTests
{
    public static TheoryData<Type> Contexts { get; } = [.. typeof(DeclaredTool).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void EveryRoomsContext_DeclaresWhatAnswersAreWrittenWith(Type context)
    {
        var made = (JsonSerializerContext)Activator.CreateInstance(context, DeclaredTool.Written())!;
        var compatible = typeof(JsonSerializerContext).GetInterfaces().Single(one => one.Name == "IBuiltInJsonTypeInfoResolver").GetMethod("IsCompatibleWithOptions")!;

        Assert.NotNull(context.GetCustomAttribute<JsonSourceGenerationOptionsAttribute>());
        Assert.True((bool)compatible.Invoke(made, [made.Options])!,
            $"{context.Name} writes answers member by member: give it [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)].");
    }
}

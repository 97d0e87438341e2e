# Licences of what is not ours

Made by the build (`target/licences.md`), which fails where a dependency has none of the licences that `pom.xml` allows, or where this list is no longer so. Which of several licences is taken is ours to choose.
What is shipped is in the jar with its own licence and notice files; fonts and what draws the pictures stand in [NOTICE](../NOTICE).

| Dependency | Version | Licence | |
|---|---|---|---|
<#list dependencyMap as entry>
| ${entry.getKey().groupId}:${entry.getKey().artifactId} | ${entry.getKey().version} | ${entry.getValue()?join(", ")} | ${(entry.getKey().artifact.scope == "test")?then("tests only", "shipped")} |
</#list>
